using System.Data.Common;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A database of a PostgreSQL server.</summary>
public class PostgresDatabaseResource : Resource, IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
{
    /// <summary>A database.</summary>
    public PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource) : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(databaseName);
        ArgumentNullException.ThrowIfNull(postgresParentResource);
        DatabaseName = databaseName;
        Parent = postgresParentResource;
    }

    /// <summary>Its server.</summary>
    public PostgresServerResource Parent { get; }

    /// <summary>The server's name for it.</summary>
    public string DatabaseName { get; }

    /// <summary>The server's connection string and the database.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent};{Escaped(DatabaseName)}");

    /// <summary>postgresql://user:password@host:port/database</summary>
    public ReferenceExpression UriExpression => Parent.Uri(DatabaseName);

    /// <summary>jdbc:postgresql://host:port/database</summary>
    public ReferenceExpression JdbcConnectionString => Parent.Jdbc(DatabaseName);

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() => Parent.CombineProperties(
    [
        new("Uri", UriExpression),
        new("JdbcConnectionString", JdbcConnectionString),
        new("DatabaseName", ReferenceExpression.Create($"{DatabaseName}")),
    ]);

    private static string Escaped(string database) => new DbConnectionStringBuilder { ["Database"] = database }.ToString();
}
