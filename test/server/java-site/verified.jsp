<%@ page import="site.MotpServlet" %><%= MotpServlet.isVerified(session, "enrollment", 0) %>
