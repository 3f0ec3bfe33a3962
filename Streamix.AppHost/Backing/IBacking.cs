namespace Streamix.AppHost.Backing;

/// <summary>What the services stand on. Two implementations, containers and processes, give the same connection strings.</summary>
internal interface IBacking
{
    /// <summary>The relational server, as its administrator.</summary>
    IResourceBuilder<IResourceWithConnectionString> Postgres { get; }

    /// <summary>Redis: <c>host:port,password=…</c>.</summary>
    IResourceBuilder<IResourceWithConnectionString> Cache { get; }

    /// <summary>A Redis of its own for sessions: every write is on disk before it is acknowledged.</summary>
    IResourceBuilder<IResourceWithConnectionString> Sessions { get; }

    /// <summary>The event bus, RabbitMQ or Kafka as <see cref="BusTransport"/> says.</summary>
    IResourceBuilder<IResourceWithConnectionString> Bus { get; }

    /// <summary><c>rabbitmq</c> or <c>kafka</c>.</summary>
    string BusTransport { get; }

    /// <summary>An S3 store: <c>Endpoint=…;AccessKey=…;SecretKey=…;Region=…</c>.</summary>
    IResourceBuilder<IResourceWithConnectionString> Objects { get; }

    /// <summary>Where browsers find the store, on this machine.</summary>
    EndpointReference ObjectsDoor { get; }

    /// <summary>Outgoing mail: <c>smtp://host:port</c>.</summary>
    IResourceBuilder<IResourceWithConnectionString> Mail { get; }

    /// <summary>Full-text search: Elasticsearch, or a PostgreSQL database where there are no containers.</summary>
    IResourceBuilder<IResourceWithConnectionString> Search { get; }

    /// <summary>Host and port of the relational server, for the connection strings of single databases.</summary>
    EndpointReference PostgresEndpoint { get; }

    /// <summary>Puts every backing resource into the graph, also those that no service uses yet.</summary>
    void AddAll();
}
