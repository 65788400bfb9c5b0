<%@ page contentType="text/html; charset=EUC-KR" pageEncoding="EUC-KR" import="site.MotpServlet" %>
<%= MotpServlet.isVerified(session, "enrollment", 0) %>
