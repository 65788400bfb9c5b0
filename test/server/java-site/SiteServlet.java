import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The rest of the site: /login and /verified. */
public class SiteServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/login")) {
      String subject = request.getParameter("subject");
      MotpServlet.signIn(request.getSession(), subject, "홍길동", "01012345678");
    } else {
      boolean isVerified = MotpServlet.isVerified(request.getSession(), "enrollment", 0);
      response.getWriter().print(isVerified);
    }
  }
}
