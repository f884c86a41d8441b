import type { ErrorCode } from './codes.ts';

/** What happened, what was kept, what to do. `{x}` is filled from the error's details. */
export const messagesFr: Readonly<Record<ErrorCode, string>> = {
  'call.unknown': 'Cette demande n’existe pas dans cette version de Repère : {name}.',
  'call.cancelled': 'Interrompu à votre demande. Rien n’a été changé.',
  'input.invalid': 'La demande n’a pas la forme attendue ({path}). Rien n’a été changé.',
  internal: 'Une erreur imprévue s’est produite ({reason}). Rien n’a été changé ; vous pouvez réessayer.',
  'name.empty': 'Le nom est vide. Donnez un nom d’au moins un caractère.',
  'name.too-long': 'Ce nom compte {length} caractères, et {max} au plus sont possibles. Raccourcissez-le.',
  'name.taken': 'Le nom « {name} » est déjà pris à cet endroit. Choisissez-en un autre.',
  'not-found': 'Cet élément n’existe plus dans le projet ({kind} {id}). Rien n’a été changé.',
  'project.none': 'Aucun projet n’est ouvert. Ouvrez un projet ou créez-en un.',
  'project.exists':
    'Un fichier porte déjà ce nom : {path}. Repère n’y a pas touché ; choisissez un autre nom.',
  'project.missing': 'Le fichier {path} est introuvable. A-t-il été déplacé ou renommé ?',
  'project.folder-missing': 'Le dossier {path} n’existe pas. Choisissez un dossier existant.',
  'project.not-sqlite': '{path} n’est pas un projet Repère. Repère n’y a pas touché.',
  'project.beginning-lost':
    'Le début de {path} est perdu : ce projet ne s’ouvre plus, mais ce qui suit se lit. Repère n’y a pas touché ; reprenez une sauvegarde, ou récupérez ce qui se lit.',
  'project.foreign': '{path} est une base de données d’un autre programme. Repère n’y a pas touché.',
  'project.truncated':
    '{path} est incomplet : il en manque une partie. Repère n’y a pas touché ; reprenez une sauvegarde, ou récupérez ce qui se lit.',
  'project.damaged':
    '{path} est endommagé. Rien n’y est plus écrit ; reprenez une sauvegarde, ou récupérez ce qui se lit.',
  'salvage.nothing':
    'Rien ne peut plus être lu de {path}. Repère n’y a pas touché ; reprenez une sauvegarde.',
  'project.schema':
    '{path} ne contient pas les tables attendues ({reason}). Il n’a pas été ouvert, et Repère n’y a pas touché.',
  'project.newer':
    '{path} a été enregistré par une version plus récente de Repère. Repère n’y a pas touché ; mettez Repère à jour.',
  'project.locked':
    '{path} est déjà ouvert par {user} sur {host}. Fermez-le là-bas, ou ouvrez-le ici en lecture seule.',
  'project.read-only': 'Ce projet est ouvert en lecture seule. Rien n’a été changé.',
  'project.permission':
    'Vous n’avez pas le droit d’ouvrir {path}. Vérifiez les droits du fichier et du dossier.',
  'project.name-too-long':
    'Le nom ou le chemin de {path} est trop long : les fichiers que Repère pose à côté du projet ne pourraient pas être nommés. Rien n’a été changé ; raccourcissez le nom du fichier, ou placez-le dans un dossier moins profond.',
  'project.no-locks':
    'Le dossier de {path} ne sait pas réserver un fichier (c’est le cas de certains lecteurs réseau). Repère n’y a pas touché ; copiez-le sur cet ordinateur et travaillez sur la copie, ou ouvrez-le en lecture seule.',
  'project.busy':
    'Un autre programme occupe {path} en ce moment (une sauvegarde, un antivirus ou un logiciel de synchronisation). Repère n’y a pas touché ; réessayez dans un instant.',
  'project.replaced':
    'Le fichier {path} a été remplacé, déplacé ou supprimé par un autre programme pendant que vous travailliez. Plus rien n’y est enregistré. Votre travail est encore ici : enregistrez-en une copie, puis rouvrez le projet.',
  'project.taken-over':
    '{path} a été ouvert ailleurs par quelqu’un qui a choisi de l’ouvrir quand même. Plus rien n’est enregistré ici. Ce que vous aviez fait avant est dans le fichier ; rouvrez-le.',
  'migration.read-only':
    '{path} vient d’une version plus ancienne et doit être mis à jour, mais le fichier est en lecture seule. Copiez-le ailleurs et ouvrez la copie.',
  'backups.place-missing':
    'Le dossier des sauvegardes {path} est introuvable. Aucune sauvegarde n’a été touchée ; branchez le disque où il se trouve, ou choisissez un autre dossier dans les réglages.',
  'backups.place-unusable':
    'Les sauvegardes ne peuvent pas aller dans {path} ({reason}). Elles restent où elles sont ; choisissez un dossier où vous pouvez écrire.',
  'backups.copy-missing':
    'Cette sauvegarde n’existe plus : {file}. Rien n’a été changé ; choisissez-en une autre dans la liste.',
  'backups.copy-damaged':
    'La sauvegarde {file} est endommagée. Rien n’a été changé ; choisissez-en une autre dans la liste.',
  'disk.full':
    'Le disque est plein. La dernière action n’a pas été enregistrée ; ce qui l’était auparavant le reste. Libérez de la place, puis recommencez.',
  'disk.error':
    'Le disque n’a pas pu être lu ou écrit ({reason}). La dernière action n’a pas été enregistrée ; ce qui l’était auparavant le reste.',
  'output.project':
    '{path} est un projet Repère, ou un fichier qui va avec. Repère n’y a pas touché ; choisissez un autre nom.',
  'output.original':
    '{path} est un fichier que vous avez importé dans ce projet. Repère n’y a pas touché ; choisissez un autre nom.',
  'output.other-kind':
    '{path} existe déjà et n’est pas un fichier de ce type. Repère n’y a pas touché ; choisissez un autre nom, ou ajoutez --overwrite en ligne de commande.',
  'file.missing': 'Le fichier {path} est introuvable.',
  'file.is-folder': '{path} est un dossier, pas un fichier.',
  'file.permission': 'Vous n’avez pas le droit de lire ou d’écrire {path}.',
  'file.unreadable': 'Le fichier {path} n’a pas pu être lu ({reason}).',
  'file.too-heavy':
    'La lecture de ce fichier demande plus de {limit}, elle a donc été abandonnée. Rien n’en a été importé et le projet est inchangé. Enregistrez le fichier dans un autre format (.docx, .txt ou .csv) ou découpez-le, puis déposez-le de nouveau.',
  'range.invalid': 'Ce passage n’est pas un passage du texte ({start}–{end}). Rien n’a été codé.',
  'range.outside':
    'Ce passage dépasse la fin du texte ({start}–{end}, le texte en compte {length}). Rien n’a été codé.',
  'range.surrogate': 'Ce passage coupe un caractère en deux ({start}–{end}). Rien n’a été codé.',
  'range.empty': 'Ce passage est vide. Sélectionnez au moins un caractère.',
  'codings.different':
    'Ces segments ne sont pas du même code, du même document et du même codeur. Rien n’a été réuni ; recodez-les d’abord.',
  'codings.apart':
    'Il y a du texte entre ces segments. Rien n’a été réuni ; choisissez des segments qui se suivent ou se chevauchent.',
  'codings.split-outside':
    'Il ne resterait rien d’un côté de cette coupe. Rien n’a été coupé ; placez le curseur à l’intérieur du segment.',
  'codings.link-self': 'Un segment ne peut pas être relié à lui-même. Choisissez-en un autre.',
  'edit.invalid': 'Cette correction ne correspond pas au texte de « {document} ». Rien n’a été changé.',
  'edit.stale':
    'Le texte de « {document} » a été modifié ailleurs entre-temps. Rien n’a été changé ; refaites la correction.',
  'codings.stale':
    'Le texte de « {document} » a changé depuis que ces passages ont été trouvés. Rien n’a été codé ; cherchez-les de nouveau.',
  'edit.loses':
    'Cette correction laisse {count} passages codés de « {document} » sans aucun mot. Rien n’a été changé ; acceptez de les retirer, ou gardez une partie de leurs mots.',
  'edit.empties': 'Il ne resterait rien de « {document} ». Supprimez plutôt le document.',
  'edit.too-long': 'Le texte de « {document} » deviendrait trop long. Rien n’a été changé.',
  'replace.loses':
    '{count} passages de « {document} » ne sont pas dans le nouveau texte. Rien n’a été changé ; placez-les à la main, ou acceptez de les retirer.',
  'speakers.pattern':
    'Ce motif de locuteurs ne peut pas servir : {problem}. Écrivez-le comme dans le texte, avec %NOM% à la place du nom, par exemple « [%NOM%] ».',
  'speakers.other-document':
    'Ces locuteurs ne sont pas du même document. Rien n’a été réuni ; rattachez-les plutôt au même participant.',
  'pseudonyms.two-roles':
    '« {pseudonym} » désignerait à la fois « {first} » et « {second} » dans « {document} », qui n’ont pas le même rôle. Aucun nom n’a été remplacé. Donnez-leur deux pseudonymes.',
  'code.cycle':
    'Un code ne peut pas être rangé sous lui-même ni sous l’un de ses sous-codes. Rien n’a été déplacé.',
  'code.is-folder':
    '« {name} » est un dossier : il range des codes et ne s’applique pas. Choisissez un code.',
  'code.goes-too':
    '« {name} » serait supprimé aussi : ses segments n’y seraient pas gardés. Rien n’a été supprimé. Choisissez un autre code.',
  'code.path-invalid': 'Le chemin « {path} » n’est pas un chemin de code. Écrivez Parent/Enfant.',
  'version.unreadable':
    'Cette version du livre de codes est abîmée et ne se lit pas. Le livre de codes actuel est intact. Supprimez cette version.',
  'value.invalid': '« {value} » n’est pas une valeur du type attendu ({type}). L’ancienne valeur est gardée.',
  'group.elsewhere': 'Ce groupe appartient à une autre hypothèse. Rien n’a été changé.',
  'draft.missing': 'Ce fichier n’est plus en attente d’import. Choisissez-le de nouveau.',
  'search.syntax':
    'La recherche ne peut pas être lue au caractère {position} : {problem}. Corrigez-la à cet endroit, ou mettez les mots entre guillemets.',
  'pattern.invalid': 'Cette expression régulière ne peut pas servir : {problem}. Rien n’a été cherché.',
  'encoding.unknown': 'L’encodage {encoding} n’est pas connu. Choisissez-en un dans la liste.',
  'format.empty': 'Ce fichier est vide. Vérifiez qu’il a été enregistré, puis déposez-le de nouveau.',
  'format.unreadable':
    'Ce fichier est endommagé ou incomplet. Ouvrez-le dans son logiciel, enregistrez-le, puis déposez-le de nouveau.',
  'format.encrypted':
    'Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis déposez-la.',
  'format.scanned':
    'Ce PDF contient des images de pages, sans texte à coder. Passez-le par une reconnaissance de caractères (OCR), puis déposez le nouveau fichier.',
  'format.wrong-kind':
    'Le contenu de ce fichier n’est pas celui qu’annonce son nom (trouvé : {found}). Vérifiez son extension.',
  'format.too-large': 'Ce fichier est trop grand ({limit} au plus). Découpez-le, puis déposez les parties.',
  'format.too-deep':
    'La structure de ce fichier est anormalement imbriquée. Copiez son texte dans un document neuf, puis déposez-le.',
  'format.unsupported':
    'Ce type de fichier ({found}) n’est pas encore lu. Enregistrez-le en .docx ou en .txt, puis déposez-le.',
  'format.is-table':
    'Ce fichier est un tableau ({found}). Importez-le en ligne de commande, avec participants import ou survey import.',
  'format.no-table':
    'Ce type de fichier ({found}) n’est pas lu comme tableau. Enregistrez-le en .xlsx, .ods ou .csv, puis déposez-le.',
  'format.cancelled': 'Lecture interrompue à votre demande.',
  'chart.empty': 'Il n’y a encore rien à dessiner : aucun code n’est lié à une hypothèse.',
  'chart.unavailable':
    'Cette machine ne peut pas dessiner d’image PNG. Choisissez SVG, que toute machine peut écrire.',
};
