using Streamix.Frontend.Pages;
using Streamix.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddPages();

var app = builder.Build();
app.UsePages();
app.MapProbes();
app.MapPages();
await app.RunAsync();
