using Streamix.Auth.Session;
using Streamix.Auth.Session.Administration;
using Streamix.Auth.Session.Calls;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Session.Issuing;
using Streamix.Auth.Session.Keys;
using Streamix.Auth.Session.Mine;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<SessionDb>("auth-session-db");
builder.AddMessaging<SessionDb>(events => events.HandleAccounts());
builder.AddGrpcServer();
builder.AddSessions();

var app = builder.Build();
app.UseServiceDefaults();
app.MapKeySet();
app.MapServiceTokens();
app.MapSessions();
app.MapSessionAdministration();
app.MapGrpc<SessionCalls>();
await app.RunAsync();
