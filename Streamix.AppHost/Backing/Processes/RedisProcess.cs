namespace Streamix.AppHost.Backing.Processes;

internal sealed class RedisProcess(string name, string scripts, ParameterResource password) : EngineProcess(name, scripts, "tcp")
{
    public override ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{Endpoint.Property(EndpointProperty.HostAndPort)},password={password}");
}
