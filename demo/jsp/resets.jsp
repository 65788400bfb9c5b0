<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>CSS 초기화</title>
<style type="text/css">
* {margin:0; padding:0; font-family:굴림,Gulim,serif; letter-spacing:-1px; line-height:1}
html {font-size:62.5%}
body, td, input, button, select {font-size:12px; color:#666}
input {height:18px !important; border:1px solid #ccc; vertical-align:middle}
button, a, ol, ul, li, dl, dt, dd, table, p, h2 {border:0; list-style:none; text-decoration:none; color:red}
img, fieldset {border:0}
div {overflow:hidden; zoom:1}
</style>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
</head>
<body>
<form name="form1" method="post" action="next.jsp">
<%@ include file="/WEB-INF/jspf/csrf-field.jspf" %>
<motp-verify id="own" endpoint="motp/verify" name="ownId" heading="첫째"></motp-verify>
<motp-verify id="slotted" endpoint="motp/verify" name="slottedId" heading="둘째"><input type="text" slot="code" name="motpNo" maxlength="6"></motp-verify>
</form>
</body>
</html>
