namespace Aspire.Hosting.ApplicationModel;

/// <summary>An Elasticsearch node in a container.</summary>
public class ElasticsearchResource : ContainerResource, IResourceWithConnectionString
{
    internal const string PrimaryEndpointName = "http";
    internal const string InternalEndpointName = "internal";
    internal const string UserName = "elastic";

    /// <summary>A node; its user is elastic.</summary>
    public ElasticsearchResource(string name, ParameterResource password) : base(name)
    {
        ArgumentNullException.ThrowIfNull(password);
        PrimaryEndpoint = new(this, PrimaryEndpointName);
        InternalEndpoint = new(this, InternalEndpointName);
        PasswordParameter = password;
    }

    /// <summary>Where HTTP is spoken.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>Where nodes talk to each other.</summary>
    public EndpointReference InternalEndpoint { get; }

    /// <summary>The user's password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <summary>Its host.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>Its port.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>http://elastic:password@host:port</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"http://{UserName}:{PasswordParameter:uri}@{Host}:{Port}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", ReferenceExpression.Create($"{UserName}")),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", ConnectionStringExpression),
    ];
}
