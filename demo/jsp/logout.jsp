<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/guard.jspf" %><%
  // A link or an image of another page must sign nobody out, so a GET only asks.
  if (request.getMethod().equals("POST")) {
    session.invalidate();
    response.sendRedirect("login.jsp");
    return;
  }
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>로그아웃</title>
</head>
<body>
<form method="post" action="<%= response.encodeURL("logout.jsp") %>"><%@ include file="/WEB-INF/jspf/csrf-field.jspf" %><input type="submit" value="로그아웃"></form>
</body>
</html>
