<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%
  // The page posts to itself, and then renders the result.
  request.setAttribute("code", request.getParameter("motpNo"));
  pageContext.include("/WEB-INF/jsp/decide.jsp", false);
  if (request.getAttribute("outcome").equals("verified")) {
    response.sendRedirect("next.jsp?motpId=" + request.getAttribute("verificationId"));
    return;
  }
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>페이지 전체 전송</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
</head>
<body>
<script type="text/javascript">
var submits = 0;
</script>
<form name="form1" method="post" action="full-page.jsp" onsubmit="submits++">
<motp-verify name="motpNo" outcome="<c:out value="${outcome}" />" failures="<c:out value="${failures}" />"></motp-verify>
<input type="submit" value="다음">
</form>
</body>
</html>
