<%@ page pageEncoding="UTF-8" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %><%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %><%
  // EUC-KR proper has 2,350 of the 11,172 syllables, windows-949 has all; browsers treat both as one.
  response.setContentType("text/html; charset=" + ("windows-949".equals(request.getParameter("charset")) ? "windows-949" : "EUC-KR"));
  // Names as they may come from a roster that another system has written.
  request.setAttribute("name", "hard".equals(request.getParameter("name")) ? "\"홍'길동\"<b onclick=\"bad()\">&amp;${1+1}</b>" : "똠방각하");
%><html>
<head>
<link rel="icon" href="data:,">
<title>이름</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
</head>
<body>
<motp-verify id="el" endpoint="motp/forgetful" login-url="login.jsp" trainee-name="${fn:escapeXml(name)}" trainee-phone="01012345678"></motp-verify>
<motp-verify id="out" endpoint="motp/forgetful" trainee-name="<c:out value="${name}" />" trainee-phone="01012345678"></motp-verify>
</body>
</html>
