export { List } from 'liaison';
