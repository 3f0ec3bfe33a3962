namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server in a container.</summary>
public class PostgresServerResource : ContainerResource, IResourceWithConnectionString
{
    internal const string PrimaryEndpointName = "tcp";
    private const string DefaultUserName = "postgres";
    private readonly Dictionary<string, string> databases = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A server; without user name postgres.</summary>
    public PostgresServerResource(string name, ParameterResource? userName, ParameterResource password) : base(name)
    {
        ArgumentNullException.ThrowIfNull(password);
        PrimaryEndpoint = new(this, PrimaryEndpointName);
        UserNameParameter = userName;
        PasswordParameter = password;
    }

    /// <summary>Where it is reached.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The superuser's name; null for postgres.</summary>
    public ParameterResource? UserNameParameter { get; set; }

    /// <summary>The superuser's password.</summary>
    public ParameterResource PasswordParameter { get; set; }

    /// <summary>The superuser's name.</summary>
    public ReferenceExpression UserNameReference => UserNameParameter is { } user ? ReferenceExpression.Create($"{user}") : ReferenceExpression.Create($"{DefaultUserName}");

    /// <summary>Its host.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>Its port.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>Names of databases by the names of their resources.</summary>
    public IReadOnlyDictionary<string, string> Databases => databases;

    /// <summary>Connects to no database in particular.</summary>
    public ReferenceExpression ConnectionStringExpression => this.TryGetLastAnnotation<ConnectionStringRedirectAnnotation>(out var redirect)
        ? redirect.Resource.ConnectionStringExpression
        : ReferenceExpression.Create($"Host={Host};Port={Port};Username={UserNameReference};Password={PasswordParameter}");

    /// <summary>postgresql://user:password@host:port</summary>
    public ReferenceExpression UriExpression => Uri(database: null);

    /// <summary>jdbc:postgresql://host:port</summary>
    public ReferenceExpression JdbcConnectionString => Jdbc(database: null);

    internal void AddDatabase(string name, string databaseName) => databases.TryAdd(name, databaseName);

    internal ReferenceExpression Uri(string? database)
    {
        var uri = new ReferenceExpressionBuilder();
        uri.Append($"postgresql://{UserNameReference:uri}:{PasswordParameter:uri}@{Host}:{Port}");
        if (database is not null)
            uri.Append($"/{database:uri}");
        return uri.Build();
    }

    internal ReferenceExpression Jdbc(string? database)
    {
        var url = new ReferenceExpressionBuilder();
        url.Append($"jdbc:postgresql://{Host}:{Port}");
        if (database is not null)
            url.Append($"/{database:uri}");
        return url.Build();
    }

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", UserNameReference),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", UriExpression),
        new("JdbcConnectionString", JdbcConnectionString),
    ];
}
