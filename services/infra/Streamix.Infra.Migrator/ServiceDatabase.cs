using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Streamix.Infra.Migrator;

/// <summary>A database and where it is to be.</summary>
/// <param name="Name">Of its connection.</param>
/// <param name="Context">The service's; null where an engine arranges schemas of its own.</param>
/// <param name="Address">With the role that uses it.</param>
internal sealed record ServiceDatabase(string Name, ServiceContext? Context, NpgsqlConnectionStringBuilder Address)
{
    /// <summary>Where PostgreSQL searches; elsewhere its address is that of Elasticsearch.</summary>
    private const string Search = "search";

    /// <summary>The contexts whose connection string is known, the others are not part of this graph; and the search engine's.</summary>
    public static IReadOnlyList<ServiceDatabase> FindAll(IConfiguration configuration) =>
    [
        .. configuration.GetConnectionString(Search) is { } search && search.StartsWith("Host=", StringComparison.OrdinalIgnoreCase)
            ? [new ServiceDatabase(Search, null, new(search))]
            : Array.Empty<ServiceDatabase>(),
        .. from context in ServiceContext.All()
           let address = configuration.GetConnectionString(context.Name)
           where !string.IsNullOrEmpty(address)
           select new ServiceDatabase(context.Name, context, new(address)),
    ];
}
