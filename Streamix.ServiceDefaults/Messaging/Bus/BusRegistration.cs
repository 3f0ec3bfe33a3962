using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using Streamix.ServiceDefaults.Messaging.Kafka;
using Streamix.ServiceDefaults.Messaging.RabbitMq;

namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>Chooses the transport from the connection string <c>bus</c>: <c>amqp://…</c> is RabbitMQ, a list of <c>host:port</c> is Kafka.</summary>
internal static class BusRegistration
{
    public const string Connection = "bus";

    public static void AddEventBus(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(s => s.ServiceType == typeof(IEventBus)))
            return;

        switch (Transport(builder.Configuration))
        {
            case "rabbitmq":
                AddRabbit(builder);
                break;
            case "kafka":
                AddKafka(builder);
                break;
            case null:
                builder.Services.TryAddSingleton<IEventBus, AbsentBus>();
                break;
            case var other:
                throw new InvalidOperationException($"Messaging:Transport is '{other}'; rabbitmq and kafka are known.");
        }
    }

    private static string? Transport(IConfiguration configuration) =>
        configuration[$"{MessagingOptions.Section}:Transport"]?.ToLowerInvariant() is { Length: > 0 } chosen
            ? chosen
            : configuration.GetConnectionString(Connection) switch
            {
                null or "" => null,
                var address when address.StartsWith("amqp", StringComparison.OrdinalIgnoreCase) => "rabbitmq",
                _ => "kafka",
            };

    private static void AddRabbit(IHostApplicationBuilder builder)
    {
        builder.AddRabbitMQClient(
            Connection,
            settings => settings.DisableHealthChecks = settings.DisableTracing = true,
            factory =>
            {
                factory.AutomaticRecoveryEnabled = false; // the bus begins anew by itself, with all that was unacknowledged
                factory.TopologyRecoveryEnabled = false;
                factory.RequestedHeartbeat = TimeSpan.FromSeconds(20);
                factory.RequestedConnectionTimeout = TimeSpan.FromSeconds(5);
                factory.ClientProvidedName = builder.Environment.ApplicationName;
            });
        builder.Services.AddSingleton<IEventBus>(services => new RabbitBus(services.GetRequiredService<IConnectionFactory>));
    }

    private static void AddKafka(IHostApplicationBuilder builder)
    {
        builder.AddKafkaProducer<string, byte[]>(Connection, settings =>
        {
            settings.DisableHealthChecks = settings.DisableMetrics = settings.DisableTracing = true;
            KafkaSettings.Apply(settings.Config);
        });
        builder.Services.AddSingleton<KafkaClients>();
        builder.Services.AddSingleton<IEventBus, KafkaBus>();
    }
}
