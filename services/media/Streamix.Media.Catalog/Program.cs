using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<CatalogDb>("media-catalog-db");
builder.AddMessaging<CatalogDb>(events => events.HandlesViewers().HandlesAssets());
builder.Services.AddTitles();
builder.AddAssets();

var app = builder.Build();
app.UseServiceDefaults();
app.MapTitles();
app.MapAssets();
await app.RunAsync();
