using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the methods of a resource type that create, delete, and deal with credentials.</summary>
sealed class TasksParser(INamedTypeSymbol host, ITypeSymbol model, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    readonly TaskMethodParser _methods = new(host, compilation, sink, cancellationToken);

    public TasksModel Parse() => new()
    {
        CreateResource = CreateResource(),
        DeleteResource = DeleteResource(),
        Account = Account(),
        Rotation = Rotation(),
        Issues = new IssueParser(host, _methods, compilation, sink, cancellationToken).Parse(),
        Actions = new ActionParser(host, compilation, sink, cancellationToken).Parse(),
    };

    /// <summary>The resource that a task is about.</summary>
    public static (Func<ArgumentKind, bool>, string) Resource { get; } =
        (static kind => kind is ArgumentKind.ResourceKey or ArgumentKind.TypedResourceKey, "ResourceKey");

    TaskMethodModel? CreateResource() => _methods.Single(KnownTypes.CreateResource) is not { } found ? null : _methods.Read(
        found.Method, KnownTypes.CreateResource, Format(Signatures.CreateResource),
        type => type is not null && type.Same(model) ? TaskResultKind.Model : null,
        static type => type.Is(KnownTypes.NewResource) ? ArgumentKind.NewResource : null,
        (static kind => kind == ArgumentKind.NewResource, "NewResource"));

    TaskMethodModel? DeleteResource() => _methods.Single(KnownTypes.DeleteResource) is not { } found ? null : _methods.Read(
        found.Method, KnownTypes.DeleteResource, Signatures.DeleteResource,
        static type => type is null ? TaskResultKind.None : type.Is(KnownTypes.DeleteOutcome) ? TaskResultKind.Outcome : null,
        type => ProvisionMethodParser.Resource(type, host),
        Resource);

    AccountModel? Account()
    {
        if (_methods.Single(KnownTypes.CreateAccount) is not { } found)
            return null;
        INamedTypeSymbol? form = null;
        var method = _methods.Read(
            found.Method, KnownTypes.CreateAccount, Format(Signatures.CreateAccount),
            type => type is null ? null : type.Same(model) ? TaskResultKind.Model : IsAccountResult(type) ? TaskResultKind.AccountResult : null,
            type =>
            {
                if (type.Is(KnownTypes.NewAccount))
                    return ArgumentKind.NewAccount;
                if (type.Is(KnownTypes.NewCredential))
                    return ArgumentKind.NewCredential;
                if (form is not null || type is not INamedTypeSymbol { IsRecord: true, IsAbstract: false } record || !record.IsDeclaredIn(compilation))
                    return null;
                form = record;
                return ArgumentKind.AccountForm;
            });
        var credentials = new CredentialChoiceParser(host, sink).Parse(found.Attribute, KnownTypes.CreateAccount);
        var forms = new FormParser(host, compilation, sink, cancellationToken);
        var fields = form is null ? null : forms.Record(form, FormParser.AccountKinds);
        return method is null || credentials is null || (form is not null && fields is null) ? null : new(method, credentials, fields);
    }

    RotationModel? Rotation()
    {
        if (_methods.Single(KnownTypes.RotateCredentials) is not { } found)
            return null;
        var method = _methods.Read(
            found.Method, KnownTypes.RotateCredentials, Signatures.RotateCredentials,
            static type => type is null ? TaskResultKind.None
                : type.Is(KnownTypes.PlaintextSecret) ? TaskResultKind.Secret
                : type.Is(KnownTypes.ReadOnlyList) && ((INamedTypeSymbol)type).TypeArguments[0].Is(KnownTypes.PlaintextSecret) ? TaskResultKind.Secrets
                : null,
            type => type.Is(KnownTypes.NewCredential) ? ArgumentKind.NewCredential : ProvisionMethodParser.Resource(type, host),
            Resource);
        var credentials = new CredentialChoiceParser(host, sink).Parse(found.Attribute, KnownTypes.RotateCredentials);
        return method is null || credentials is null ? null : new(method, credentials);
    }

    bool IsAccountResult(ITypeSymbol type) =>
        type.Is(KnownTypes.AccountResult) && ((INamedTypeSymbol)type).TypeArguments[0].Same(model);

    string Format(string signatures) => signatures.Replace("TModel", model.ShortName());
}
