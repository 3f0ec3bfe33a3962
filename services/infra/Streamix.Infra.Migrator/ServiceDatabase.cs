using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Streamix.Infra.Migrator;

/// <summary>A service's context and where its database is to be.</summary>
internal sealed record ServiceDatabase(ServiceContext Context, NpgsqlConnectionStringBuilder Address)
{
    public string Name => Context.Name;

    /// <summary>The contexts whose connection string is known; the others are not part of this graph.</summary>
    public static IReadOnlyList<ServiceDatabase> FindAll(IConfiguration configuration) =>
    [
        .. from context in ServiceContext.All()
           let address = configuration.GetConnectionString(context.Name)
           where !string.IsNullOrEmpty(address)
           select new ServiceDatabase(context, new(address)),
    ];
}
