using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;

if (args is not [var name] || !Enum.TryParse<Role>(name, ignoreCase: true, out var role))
{
    await Console.Error.WriteLineAsync("Streamix.Messaging.Kit publish|relay|consume   (settings come from the environment)");
    return 2;
}

Lifeline.EndWithInput();
var builder = Host.CreateApplicationBuilder();
builder.AddKit(role, new HandlerBehaviour { Node = $"{role}-{Environment.ProcessId}" });
if (role is Role.Publish)
    builder.Services.AddHostedService<PublishLoop>();
await builder.Build().RunAsync();
return 0;
