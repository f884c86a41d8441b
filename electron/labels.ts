import type { SaveKind } from './messages.ts';

export type Locale = 'fr' | 'en';

/** Everything the desktop itself says: its menu, its dialogs. The windows have their own catalogue. */
interface Labels {
  readonly file: string;
  readonly newProject: string;
  readonly openProject: string;
  readonly import: string;
  readonly importTable: string;
  readonly saveCopy: string;
  readonly newWindow: string;
  readonly closeProject: string;
  readonly settings: string;
  readonly closeWindow: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly resetZoom: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimise: string;
  readonly zoom: string;
  readonly allToFront: string;
  readonly help: string;
  readonly helpPage: string;
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly pickFiles: string;
  readonly pickTables: string;
  readonly pickProject: string;
  readonly save: Readonly<Record<SaveKind, string>>;
  readonly readable: string;
  readonly tables: string;
  readonly projects: string;
  readonly everything: string;
  readonly recovered: string;
  readonly recoveredDetail: string;
  readonly lost: string;
  readonly lostDetail: string;
}

const fr: Labels = {
  file: 'Fichier',
  newProject: 'Nouveau projet…',
  openProject: 'Ouvrir un projet…',
  import: 'Importer des transcriptions…',
  importTable: 'Importer un tableau…',
  saveCopy: 'Enregistrer une copie…',
  newWindow: 'Nouvelle fenêtre',
  closeProject: 'Fermer le projet',
  settings: 'Réglages…',
  closeWindow: 'Fermer la fenêtre',
  quit: 'Quitter Repère',
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: 'Affichage',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  resetZoom: 'Taille réelle',
  fullScreen: 'Plein écran',
  window: 'Fenêtre',
  minimise: 'Placer dans le Dock',
  zoom: 'Ajuster la taille',
  allToFront: 'Tout ramener au premier plan',
  help: 'Aide',
  helpPage: 'Aide de Repère',
  about: 'À propos de Repère',
  services: 'Services',
  hide: 'Masquer Repère',
  hideOthers: 'Masquer les autres',
  showAll: 'Tout afficher',
  pickFiles: 'Importer des transcriptions',
  pickTables: 'Importer un tableau',
  pickProject: 'Ouvrir un projet',
  save: {
    project: 'Nouveau projet',
    csv: 'Exporter le tableau',
    png: 'Exporter le graphique',
    svg: 'Exporter le graphique',
  },
  readable: 'Transcriptions et tableaux',
  tables: 'Tableaux',
  projects: 'Projets Repère',
  everything: 'Tous les fichiers',
  recovered: 'Repère a dû relancer son moteur',
  recoveredDetail:
    'La dernière action n’a peut-être pas été enregistrée ; tout ce qui la précède l’est. Le projet a été rouvert.',
  lost: 'Le moteur de Repère s’est arrêté',
  lostDetail:
    'Il n’a pas pu être relancé. Tout ce qui était enregistré l’est toujours. Fermez cette fenêtre, puis rouvrez le projet.',
};

const en: Labels = {
  file: 'File',
  newProject: 'New Project…',
  openProject: 'Open Project…',
  import: 'Import Transcripts…',
  importTable: 'Import a Table…',
  saveCopy: 'Save a Copy…',
  newWindow: 'New Window',
  closeProject: 'Close Project',
  settings: 'Settings…',
  closeWindow: 'Close Window',
  quit: 'Quit Repère',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  resetZoom: 'Actual Size',
  fullScreen: 'Full Screen',
  window: 'Window',
  minimise: 'Minimize',
  zoom: 'Zoom',
  allToFront: 'Bring All to Front',
  help: 'Help',
  helpPage: 'Repère Help',
  about: 'About Repère',
  services: 'Services',
  hide: 'Hide Repère',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  pickFiles: 'Import Transcripts',
  pickTables: 'Import a Table',
  pickProject: 'Open Project',
  save: { project: 'New Project', csv: 'Export Table', png: 'Export Chart', svg: 'Export Chart' },
  readable: 'Transcripts and tables',
  tables: 'Tables',
  projects: 'Repère Projects',
  everything: 'All Files',
  recovered: 'Repère had to restart its engine',
  recoveredDetail:
    'The last action may not have been saved; everything before it is. The project has been opened again.',
  lost: 'The engine of Repère has stopped',
  lostDetail:
    'It could not be restarted. Everything that was saved still is. Close this window, then open the project again.',
};

export const LABELS: Readonly<Record<Locale, Labels>> = { fr, en };
