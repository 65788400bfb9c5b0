<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ include file="/WEB-INF/jspf/guard.jspf" %><%
  // The page posts to itself, and then renders the result. A GET only shows the account's status.
  String motpNo = request.getParameter("motpNo");
  if (request.getMethod().equals("POST")) request.setAttribute("code", motpNo == null ? "" : motpNo);
  pageContext.include("/WEB-INF/jsp/decide.jsp", false);
  if (request.getAttribute("outcome").equals("verified")) {
    // The result stays on the server: an ID in a URL ends up in logs and in the browser's history.
    ((java.util.Map<?, ?>) session.getAttribute("account")).remove("verificationId");
    session.setAttribute("isVerified", true);
    response.sendRedirect("next.jsp");
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
<%@ include file="/WEB-INF/jspf/csrf-field.jspf" %>
<motp-verify name="motpNo" outcome="<c:out value="${outcome}" />" failures="<c:out value="${failures}" />"></motp-verify>
<input type="submit" value="다음">
</form>
</body>
</html>
