using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MailKit")]
