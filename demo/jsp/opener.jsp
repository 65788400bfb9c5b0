<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>팝업</title>
<script type="text/javascript">
function openMotp(how) {
  window.open("", "popMotp", "width=552,height=962,scrollbars=yes");
  document.form_chk.how.value = how;
  document.form_chk.target = "popMotp";
  document.form_chk.submit();
}
function motpDone(id) {
  document.form1.motpId.value = id;
  document.form1.submit();
}
window.onmessage = function (e) {
  if (e.origin === location.origin && e.data.type === "motp-verified") motpDone(e.data.receipt.verificationId);
};
</script>
</head>
<body>
<form name="form_chk" method="post" action="popup.jsp"><input type="hidden" name="how"></form>
<form name="form1" method="post" action="next.jsp"><%@ include file="/WEB-INF/jspf/csrf-field.jspf" %><input type="hidden" name="motpId"></form>
<input type="button" id="call" value="mOTP 본인인증 (함수)" onclick="openMotp('call')">
<input type="button" id="post" value="mOTP 본인인증 (notify-window)" onclick="openMotp('post')">
</body>
</html>
