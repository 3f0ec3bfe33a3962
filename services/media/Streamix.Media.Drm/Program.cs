using Streamix.Media.Drm;
using Streamix.Media.Drm.Calls;
using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Data;
using Streamix.Media.Drm.Licences;
using Streamix.Media.Drm.Policies;
using Streamix.Media.Drm.Wrapping;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<DrmDb>("media-drm-db");
builder.AddMessaging<DrmDb>(events => events.HandleAssets());
builder.AddGrpcServer();
builder.AddDrm();

var app = builder.Build();
app.UseServiceDefaults();
app.MapLicences();
app.MapLicenceLog();
app.MapPolicies();
app.MapAssetKeys();
app.MapKeyEncryption();
app.MapGrpc<KeyCalls>();
await app.RunAsync();
