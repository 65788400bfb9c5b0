<%@ page language="java" pageEncoding="EUC-KR" contentType="text/html; charset=EUC-KR" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>과정 입과</title>
<script type="module" src="motp/motp-verify.min.js"></script>
</head>
<body bgcolor="#ffffff" topmargin="0">
<center>
<font size="5" color="navy">정보보호 기초 과정 입과</font>
<motp-verify
  endpoint="motp/verify"
  status-url="motp/verify/status"
  trainee-name="홍길동"
  trainee-phone="01012345678"
  phone-identity-url="identity.jsp"
  help-tel="1833-3075"></motp-verify>
</center>
</body>
</html>
