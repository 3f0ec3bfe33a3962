using Elastic.Transport;

namespace Elastic.Clients.Elasticsearch;

/// <summary>Where the server is.</summary>
public interface IElasticsearchClientSettings : ITransportConfiguration;

/// <inheritdoc cref="IElasticsearchClientSettings"/>
public class ElasticsearchClientSettings : IElasticsearchClientSettings
{
    /// <summary>One node; its user and password, if any, are the credentials.</summary>
    public ElasticsearchClientSettings(Uri? uri = null) => Node = uri ?? new("http://localhost:9200");

    internal Uri Node { get; }
}

/// <summary>A client of Elasticsearch.</summary>
public class ElasticsearchClient
{
    /// <summary>A client with these settings.</summary>
    public ElasticsearchClient(IElasticsearchClientSettings elasticsearchClientSettings)
    {
        ElasticsearchClientSettings = elasticsearchClientSettings ?? throw new ArgumentNullException(nameof(elasticsearchClientSettings));
        Transport = new SingleNodeTransport(((ElasticsearchClientSettings)elasticsearchClientSettings).Node);
    }

    /// <summary>Its settings.</summary>
    public IElasticsearchClientSettings ElasticsearchClientSettings { get; }

    /// <summary>Sends any request.</summary>
    public ITransport Transport { get; }
}
