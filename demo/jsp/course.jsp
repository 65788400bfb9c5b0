<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>수강하기</title>
<script type="text/javascript">
document.domain = location.hostname;
// The widget in the layer posts this message when it is done (notify-window="parent").
window.onmessage = function (e) {
  if (e.origin !== location.origin || !e.data || e.data.type !== "motp-verified") return;
  document.getElementById("layer").style.display = "none";
  document.form1.motpId.value = e.data.receipt.verificationId;
  document.form1.submit();
};
</script>
</head>
<body>
<form name="form1" method="post" action="next.jsp"><%@ include file="/WEB-INF/jspf/csrf-field.jspf" %><input type="hidden" name="motpId"></form>
<h1>수강하기</h1>
<div id="layer" style="position:absolute;left:20px;top:20px"><iframe name="motpLayer" src="layer.jsp?in=iframe" width="500" height="550" frameborder="0"></iframe></div>
</body>
</html>
