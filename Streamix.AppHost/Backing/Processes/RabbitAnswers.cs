namespace Streamix.AppHost.Backing.Processes;

/// <summary>Sends the protocol header of AMQP 0-9-1 (section 4.2.2); a broker that is up answers with connection.start.</summary>
internal sealed class RabbitAnswers : EngineCheck
{
    public override async Task AskAsync(string connectionString, CancellationToken ct)
    {
        var address = new Uri(connectionString);
        var answer = await Loopback.ExchangeAsync($"{address.Host}:{address.Port}", "AMQP\0\0\u0009\u0001", until: "RabbitMQ", ct);
        if (!answer.Contains("RabbitMQ", StringComparison.Ordinal)) throw new InvalidOperationException("no AMQP broker there");
    }
}
