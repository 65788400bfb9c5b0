<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>휴대폰 본인인증</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
<script type="text/javascript">
// The identity service's return page calls this function, as those of NICE and PASS do.
function identityDone() { document.getElementById("motp").refresh(); }
</script>
</head>
<body>
<motp-verify id="motp" endpoint="motp/verify" status-url="motp/verify/status" phone-identity-url="identity.jsp"></motp-verify>
</body>
</html>
