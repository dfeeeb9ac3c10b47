import './style/page.css';
import './style/parts.css';
import './style/audit.css';
import './style/cases.css';
import './style/login.css';
import './language';
