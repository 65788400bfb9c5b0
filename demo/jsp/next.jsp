<%-- The next page. It trusts only the server's record, never the browser's claim. --%><%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%
  Object expected = session.getAttribute("verificationId");
  boolean isVerified = expected != null && expected.equals(request.getParameter("motpId"));
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>학습</title>
</head>
<body>
<h1 id="result"><%= isVerified ? "학습을 시작합니다." : "본인인증이 필요합니다." %></h1>
</body>
</html>
