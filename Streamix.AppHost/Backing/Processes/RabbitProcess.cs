namespace Streamix.AppHost.Backing.Processes;

internal sealed class RabbitProcess(string name, string scripts, ParameterResource password) : EngineProcess(name, scripts, "amqp")
{
    public override ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"amqp://streamix:{password}@{Endpoint.Property(EndpointProperty.HostAndPort)}");
}
