<%-- The popup of a fake identity service and its return page in one file. --%><%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" import="java.util.Map" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ include file="/WEB-INF/jspf/guard.jspf" %><%
  // A real return page checks the service's signature, and that the verified person is the trainee.
  boolean isBack = request.getMethod().equals("POST");
  if (isBack) {
    @SuppressWarnings("unchecked")
    Map<String, Object> account = (Map<String, Object>) session.getAttribute("account");
    synchronized (account) {
      account.put("failures", 0);
    }
  }
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>휴대폰 본인인증</title>
</head>
<body>
<% if (isBack) { %>
<script type="text/javascript">
if (window.opener && opener.identityDone) opener.identityDone();
self.close();
</script>
<% } else { %>
<form method="post" action="identity.jsp"><%@ include file="/WEB-INF/jspf/csrf-field.jspf" %><input type="submit" id="succeed" value="인증 완료"></form>
<% } %>
</body>
</html>
