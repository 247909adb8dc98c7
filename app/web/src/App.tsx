import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Navigate, Route, Routes, useLocation, useNavigate } from "react-router";

import { setUnauthorisedHandler } from "./api/client";
import { useProfile } from "./api/queries";
import { ErrorBoundary } from "./components/ErrorBoundary";
import { ErrorNote } from "./components/ErrorNote";
import { Layout } from "./components/Layout";
import { LiveProvider } from "./components/LiveProvider";
import { PageSkeleton } from "./components/Skeletons";
import { InvitationPage } from "./pages/InvitationPage";
import { LoginPage } from "./pages/LoginPage";
import { NotFoundPage } from "./pages/NotFoundPage";
import { ScanPage } from "./pages/ScanPage";

const SourcePage = lazy(() => import("./pages/SourcePage"));
const SourcesPage = lazy(() => import("./pages/SourcesPage"));
const BoardPage = lazy(() => import("./pages/BoardPage"));
const PoliciesPage = lazy(() => import("./pages/PoliciesPage"));
const PolicyPage = lazy(() => import("./pages/PolicyPage"));
const PolicyEditPage = lazy(() => import("./pages/PolicyEditPage"));
const PublicationsPage = lazy(() => import("./pages/PublicationsPage"));
const PublicationPage = lazy(() => import("./pages/PublicationPage"));
const OwedPage = lazy(() => import("./pages/OwedPage"));
const ReleasesPage = lazy(() => import("./pages/ReleasesPage"));
const VisibilityPage = lazy(() => import("./pages/VisibilityPage"));
const TakingsPage = lazy(() => import("./pages/TakingsPage"));
const ConductPage = lazy(() => import("./pages/ConductPage"));
const GroupsPage = lazy(() => import("./pages/GroupsPage"));
const ProfilePage = lazy(() => import("./pages/ProfilePage"));
const OpsPage = lazy(() => import("./pages/OpsPage"));
const HistoryPage = lazy(() => import("./pages/HistoryPage"));
const ApiPage = lazy(() => import("./pages/ApiPage"));

export function App() {
  const navigate = useNavigate();
  const location = useLocation();
  const queries = useQueryClient();
  useEffect(() => {
    setUnauthorisedHandler(() => {
      if (window.location.pathname === "/login") return;
      queries.clear();
      void navigate("/login", { state: { from: window.location.pathname + window.location.search } });
    });
  }, [navigate, queries]);

  return (
    <ErrorBoundary key={location.pathname}>
      <Routes>
        <Route path="/login" element={<LoginPage />} />
        <Route path="/invitation/:code" element={<InvitationPage />} />
        <Route path="/*" element={<Inside />} />
      </Routes>
    </ErrorBoundary>
  );
}

/** Everything that needs a logged-in person. */
function Inside() {
  const profile = useProfile();
  const location = useLocation();
  if (profile.isPending) return <PageSkeleton />;
  if (profile.isError) return <ErrorNote error={profile.error} onRetry={() => void profile.refetch()} page />;
  return (
    <LiveProvider>
      <Layout profile={profile.data}>
        <ErrorBoundary key={location.pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Routes>
              <Route index element={<Navigate to="/candidates" replace />} />
              <Route path="candidates" element={<ScanPage />} />
              <Route path="sources" element={<SourcesPage />} />
              <Route path="source/:id" element={<SourcePage />} />
              <Route path="followup" element={<BoardPage />} />
              <Route path="policies" element={<PoliciesPage />} />
              <Route path="policies/new" element={<PolicyEditPage />} />
              <Route path="policies/:id" element={<PolicyPage />} />
              <Route path="policies/:id/edit" element={<PolicyEditPage />} />
              <Route path="publications" element={<PublicationsPage />} />
              <Route path="publications/:id" element={<PublicationPage />} />
              <Route path="owed" element={<OwedPage />} />
              <Route path="releases" element={<ReleasesPage />} />
              <Route path="visibility" element={<VisibilityPage />} />
              <Route path="takings" element={<TakingsPage />} />
              <Route path="conduct" element={<ConductPage />} />
              <Route path="groups" element={<GroupsPage />} />
              <Route path="profile" element={<ProfilePage />} />
              <Route path="ops" element={<OpsPage />} />
              <Route path="history" element={<HistoryPage />} />
              <Route path="api-browser" element={<ApiPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </ErrorBoundary>
      </Layout>
    </LiveProvider>
  );
}
