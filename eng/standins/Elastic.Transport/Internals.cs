using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Elastic.Clients.Elasticsearch")]
