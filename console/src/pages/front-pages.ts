// The pages of somebody who is not logged in: one file, since people go from one to the next.
export { LoginPage } from "../login/login-page.tsx";
export { ResetPage } from "./reset/reset-page.tsx";
export { SignupPage } from "./signup/signup-page.tsx";
export { WelcomePage } from "./welcome/welcome-page.tsx";
