<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ include file="/WEB-INF/jspf/guard.jspf" %><%
  // Without JavaScript the code arrives with the page's own form, and the server checks it here.
  boolean isPost = request.getMethod().equals("POST");
  if (isPost) {
    String motpNo = request.getParameter("motpNo");
    request.setAttribute("code", motpNo == null ? "" : motpNo);
    pageContext.include("/WEB-INF/jsp/decide.jsp", false);
  }
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>페이지의 입력란</title>
<script type="text/javascript" src="js/jquery-1.12.4.min.js"></script>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
<script type="text/javascript">
function check() {
  if (document.form1.motpNo.value.length != 6) {
    window.message = "mOTP 번호 6자리를 입력하세요.";
    document.form1.motpNo.focus();
    return false;
  }
  return true;
}
</script>
</head>
<body>
<% if (isPost) { %><p id="outcome"><%= request.getAttribute("outcome") %></p><% } %>
<form name="form1" method="post" action="slotted.jsp" onsubmit="return check()">
<%@ include file="/WEB-INF/jspf/csrf-field.jspf" %>
<input type="hidden" name="courseCd" value="A-2009">
<motp-verify endpoint="motp/verify"><input type="text" slot="code" name="motpNo" size="6" maxlength="6"></motp-verify>
<input type="submit" id="send" value="확인">
</form>
</body>
</html>
