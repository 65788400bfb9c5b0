<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>시험</title>
<script type="text/javascript" src="js/jquery-1.12.4.min.js"></script>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
<script type="text/javascript">
function no() { return false; }
document.oncontextmenu = document.onselectstart = document.ondragstart = no;
document.onkeydown = function (e) {
  // Ctrl, F5, Backspace
  if (e.ctrlKey || e.keyCode == 116 || e.keyCode == 8) { e.preventDefault(); return false; }
};
$(document).bind("paste copy cut", no);
</script>
</head>
<body oncontextmenu="return false" onpaste="return false" oncopy="return false">
<h1>시험</h1>
<textarea id="answer"></textarea>
<motp-verify id="own" endpoint="motp/verify" occasion="exam" guide="none"></motp-verify>
<motp-verify id="slotted" endpoint="motp/verify" occasion="exam" guide="none"><input type="text" slot="code" name="motpNo"></motp-verify>
</body>
</html>
