// The first script of both apps. It is small, so that it runs while the rest is loaded, and asks the
// service for what the page needs. Code that is loaded later is asked for by the scripts after it.
import "./styles/index.css";
import "./api/early.ts";
