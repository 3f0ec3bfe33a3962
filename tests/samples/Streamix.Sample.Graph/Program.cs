using Aspire.Hosting;
using Streamix.Sample.Graph;

if (args is ["serve", ..])
{
    await EchoServer.RunAsync();
    return;
}

var builder = DistributedApplication.CreateBuilder(args);
var greeting = builder.AddParameter("greeting", "hello {{name}}");
var seed = builder.AddExecutable("seed", "/bin/sh", "/", "-c", "echo seeded");
builder.AddProject("echo", "Streamix.Sample.Graph.csproj")
    .WithArgs("serve")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReplicas(2)
    .WithEnvironment("GREETING", greeting)
    .WaitForCompletion(seed);
await builder.Build().RunAsync();
