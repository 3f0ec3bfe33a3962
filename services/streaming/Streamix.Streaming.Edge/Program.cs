using Streamix.ServiceDefaults;
using Streamix.Streaming.Edge;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddEdge();

var app = builder.Build();
app.UseServiceDefaults();
await app.RunAsync();
