using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The listing of entitlements that differ from resource to resource, in one of three scopes.</summary>
static class EntitlementsEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type, CursorNames cursors)
    {
        if (type.EntitlementsMethod is not { } method)
            return;
        var call = $"{SyncerEmitter.Target(type, method.IsStatic, method.Method)}" +
            $"({ArgumentText.Of(method.Arguments, key: type.Host.Type, cursors.Read(method.Cursor))})";
        if (method.Shape == ResultShape.Enumerable)
            call = $"ToAsync({call})";
        var (access, flag, header, parameters) = Member(method.Scope, type);
        writer.Blank();
        writer.Line($"{access} override bool {flag} => true;");
        SyncerEmitter.WriteSignature(writer, $"{access} override {header}", " =>", parameters);
        writer.Indent();
        writer.Line(Result(method, call, cursors) + ";");
        writer.Unindent();
    }

    static string Result(EntitlementsMethodModel method, string call, CursorNames cursors)
    {
        if (method.Scope == GrantsScope.Model)
            return call;
        var where = method.Scope == GrantsScope.Resource ? "resource, " : "";
        return method.Shape == ResultShape.Page
            ? $"EntitledPageAsync({where}{cursors.Page(call, method.Cursor)}, output, cancellationToken)"
            : $"EntitledAsync({where}{call}, output, cancellationToken)";
    }

    static (string Access, string Flag, string Header, string[] Parameters) Member(GrantsScope scope, ResourceTypeModel type) => scope switch
    {
        GrantsScope.Model => (
            "protected", "EntitlementsPerModel", $"{Names.AsyncEnumerable}<{Names.DynamicEntitlement}> ModelEntitlements",
            [$"{type.Model} model", Parameters.CancellationToken]),
        GrantsScope.Resource => (
            "public", "EntitlementsPerResource", $"{Names.ValueTask}<string> EntitlementsAsync",
            [Parameters.Resource, Parameters.PageToken, Parameters.Output, Parameters.CancellationToken]),
        _ => (
            "public", "EntitlementsForType", $"{Names.ValueTask}<string> TypeEntitlementsAsync",
            [Parameters.PageToken, Parameters.Output, Parameters.CancellationToken]),
    };
}
