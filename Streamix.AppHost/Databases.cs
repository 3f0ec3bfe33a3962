using Streamix.AppHost.Commands;

namespace Streamix.AppHost;

internal static class Databases
{
    /// <summary>
    /// The connection string of one service's database under a role of its own. The database and the role are made by the migrator,
    /// which is told of each.
    /// </summary>
    public static IResourceBuilder<ConnectionStringResource> Database(this Platform platform, string name)
    {
        var role = name.Replace('-', '_');
        var password = platform.Secrets.Password($"{name}-password");
        var endpoint = platform.Backing.PostgresEndpoint;
        var database = platform.Builder.AddConnectionString(name, ReferenceExpression.Create(
                $"Host={endpoint.Property(EndpointProperty.Host)};Port={endpoint.Property(EndpointProperty.Port)};Database={name};Username={role};Password={password}"))
            .WithParentRelationship(platform.Backing.Postgres)
            .WithResetCommand(platform);
        platform.Migrator.WithReference(database);
        return database;
    }
}
