<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>mOTP 본인인증</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
<script type="text/javascript">
var motp = {
  done: function (receipt) {
    opener.motpDone(receipt.verificationId);
    self.close();
  }
};
</script>
</head>
<body>
<% if ("post".equals(request.getParameter("how"))) { %>
<motp-verify endpoint="motp/verify" notify-window="opener" close-window></motp-verify>
<% } else { %>
<motp-verify endpoint="motp/verify" on-verified="motp.done" phone-identity-url="identity.jsp"></motp-verify>
<% } %>
</body>
</html>
