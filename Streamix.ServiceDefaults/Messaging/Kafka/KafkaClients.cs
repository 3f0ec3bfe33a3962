using Confluent.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>Makes clients. Security and the like come from the sections that the registered clients read too.</summary>
internal sealed class KafkaClients(IServiceProvider services, IConfiguration configuration)
{
    private const string Section = "Aspire:Confluent:Kafka";
    private readonly string? _servers = configuration.GetConnectionString(BusRegistration.Connection);
    private bool _isFirst = true;

    /// <summary>The registered producer first; after it failed for good, new ones like it.</summary>
    public IProducer<string, byte[]> NextProducer()
    {
        if (_isFirst)
        {
            _isFirst = false;
            return services.GetRequiredService<IProducer<string, byte[]>>();
        }

        var config = new ProducerConfig();
        configuration.GetSection($"{Section}:Producer:Config").Bind(config);
        config.BootstrapServers = _servers;
        KafkaSettings.Apply(config);
        return new ProducerBuilder<string, byte[]>(config).Build();
    }

    public ConsumerConfig ConsumerConfig(string group)
    {
        var config = new ConsumerConfig();
        configuration.GetSection($"{Section}:Consumer:Config").Bind(config);
        config.BootstrapServers = _servers;
        KafkaSettings.Apply(config, group);
        return config;
    }
}
