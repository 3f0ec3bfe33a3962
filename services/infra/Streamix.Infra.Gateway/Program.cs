using Streamix.Infra.Gateway;
using Streamix.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGateway();

var app = builder.Build();
app.UseGateway();
app.MapProbes();
app.MapGateway();
await app.RunAsync();
