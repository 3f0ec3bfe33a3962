namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ server in a container.</summary>
public class RabbitMQServerResource : ContainerResource, IResourceWithConnectionString
{
    internal const string PrimaryEndpointName = "tcp";
    internal const string ManagementEndpointName = "management";
    private const string DefaultUserName = "guest";

    /// <summary>A server; without user name guest.</summary>
    public RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password) : base(name)
    {
        ArgumentNullException.ThrowIfNull(password);
        PrimaryEndpoint = new(this, PrimaryEndpointName);
        ManagementEndpoint = new(this, ManagementEndpointName);
        UserNameParameter = userName;
        PasswordParameter = password;
    }

    /// <summary>Where AMQP is spoken.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>Where the management page is, with its plugin.</summary>
    public EndpointReference ManagementEndpoint { get; }

    /// <summary>The user's name; null for guest.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>The user's password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <summary>The user's name.</summary>
    public ReferenceExpression UserNameReference => UserNameParameter is { } user ? ReferenceExpression.Create($"{user}") : ReferenceExpression.Create($"{DefaultUserName}");

    /// <summary>Its host.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>Its port.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>The same as <see cref="UriExpression"/>.</summary>
    public ReferenceExpression ConnectionStringExpression => UriExpression;

    /// <summary>amqp://user:password@host:port</summary>
    public ReferenceExpression UriExpression => ReferenceExpression.Create($"amqp://{UserNameReference:uri}:{PasswordParameter:uri}@{Host}:{Port}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", UserNameReference),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", UriExpression),
    ];
}
