<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>기존 인증 처리 연결</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
<script type="text/javascript">
var submits = 0;
function goNext() { submits++; return document.form1.motpId.value !== ""; }
</script>
</head>
<body>
<form name="form1" method="post" action="next.jsp" onsubmit="return goNext()">
<%@ include file="/WEB-INF/jspf/csrf-field.jspf" %>
<input type="hidden" name="courseCd" value="A-2009">
<input type="hidden" name="motpId">
<input type="text" name="memo" size="30">
<motp-verify
  endpoint="motp/otpProc.do"
  format="form"
  code-field="motpNo"
  response-charset="euc-kr"
  response-map='{"code": "resultCode", "failures": "failCnt", "id": "authKey",
        "values": {"0000": "verified", "E101": "code-mismatch", "E102": "code-replayed",
                   "E103": "locked", "E104": "code-expired", "E105": "invalid-request"}}'
  login-url="login.jsp"
  fill-inputs="motpId"
  completion="inline"
  <% if (request.getParameter("stay") == null) { %>submit-form<% } %>></motp-verify>
</form>
</body>
</html>
