<%-- A legacy endpoint: form-encoded requests, EUC-KR responses, always 200. --%>
<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" import="java.util.Map" %>
<%@ include file="/WEB-INF/jspf/post-only.jspf" %>
<%
  request.setCharacterEncoding("EUC-KR");
  if (session.getAttribute("account") == null) {
%>
<script type="text/javascript">
alert("로그인이 필요합니다.");
location.replace("<%= request.getContextPath() %>/login.jsp");
</script>
<%
    return;
  }
%>
<%@ include file="/WEB-INF/jspf/guard.jspf" %>
<%!
  static final Map<String, String> RESULT = Map.of(
    "verified", "0000", "code-mismatch", "E101", "code-replayed", "E102", "locked", "E103",
    "code-expired", "E104", "invalid-request", "E105");
  static final Map<String, String> MESSAGE = Map.of(
    "0000", "정상 처리되었습니다.", "E101", "인증번호가 일치하지 않습니다.", "E102", "이미 사용한 번호입니다.",
    "E103", "5회 실패하여 제한되었습니다.", "E104", "유효 시간이 지났습니다.", "E105", "인증번호를 확인하세요.");
%>
<%
  String motpNo = request.getParameter("motpNo");
  request.setAttribute("code", motpNo == null ? "" : motpNo);
  pageContext.include("/WEB-INF/jsp/decide.jsp", false);
  String resultCode = RESULT.get(request.getAttribute("outcome"));
  String authKey = (String) request.getAttribute("verificationId");
%>
{"resultCode": "<%= resultCode %>", "resultMsg": "<%= MESSAGE.get(resultCode) %>", "failCnt": <%= request.getAttribute("failures") %><% if (authKey != null) { %>, "authKey": "<%= authKey %>"<% } %>}
