<%-- The widget as a layer: in an iframe of 500 × 550, or loaded into the page with jQuery. --%><%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><script type="text/javascript">
<% if ("iframe".equals(request.getParameter("in"))) { %>document.domain = location.hostname;<% } %>
window.layers = (window.layers || 0) + 1;
</script>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
<motp-verify endpoint="motp/verify" <% if ("iframe".equals(request.getParameter("in"))) { %>notify-window="parent"<% } %>></motp-verify>
