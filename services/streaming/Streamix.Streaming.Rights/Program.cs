using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Rights;
using Streamix.Streaming.Rights.Calls;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Rights.Explaining;
using Streamix.Streaming.Rights.Plans;
using Streamix.Streaming.Rights.Windows;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<RightsDb>("streaming-rights-db");
builder.AddMessaging<RightsDb>(events => events.HandleCopies());
builder.AddGrpcServer();
builder.AddRights();

var app = builder.Build();
app.UseServiceDefaults();
app.MapExplain();
app.MapPlans();
app.MapAccountPlans();
app.MapExtraWindows();
app.MapGrpc<RightsCalls>();
await app.RunAsync();
